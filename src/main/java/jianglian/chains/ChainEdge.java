package jianglian.chains;

import java.util.List;

/// One node stands right upstream of another, by their names; each with the codes of GB/T 4754 by
/// which firms are found on it, none where nobody knows.
public record ChainEdge(
    String upstream,
    List<String> upstreamIndustries,
    String downstream,
    List<String> downstreamIndustries) {}
