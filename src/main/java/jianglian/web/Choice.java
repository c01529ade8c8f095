package jianglian.web;

/// One option of a select, a group of checkboxes or radio buttons; `label` in the reader's
/// language.
public record Choice(String value, String label) {}
