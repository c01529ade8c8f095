/// Kills the running product and looks for what was lost; started by bin/torture, a few rounds by
/// the tests.
package jianglian.torture;
