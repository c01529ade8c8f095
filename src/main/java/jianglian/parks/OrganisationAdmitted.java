package jianglian.parks;

/// A park has admitted an organisation; from now on it is shown.
public record OrganisationAdmitted(long organisation, long park, String name) {}
