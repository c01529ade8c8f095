-- The newest of a kind, as the home page shows them, without sorting all that were ever published.
create index release_newest on release (kind, released_at desc, id desc) where state = 'published';
