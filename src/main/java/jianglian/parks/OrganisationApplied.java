package jianglian.parks;

/// An organisation asks its park to be admitted.
public record OrganisationApplied(long organisation, long park, String name) {}
