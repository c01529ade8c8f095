package jianglian.identity.session;

import java.io.Serializable;

/// What the session keeps of a person. What they may do is never kept: it is read anew from the
/// grants for every request. A session whose epoch is not the account's any more has ended.
record SignedIn(long personId, int sessionEpoch) implements Serializable {}
