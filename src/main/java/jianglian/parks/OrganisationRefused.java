package jianglian.parks;

/// A park has not admitted an organisation.
public record OrganisationRefused(long organisation, long park, String name) {}
