package dev.tollgate.signup;

/** What somebody writes to the platform, in their own words and lines. */
record LeadMessage(String value) {
  static final int LONGEST = 2_000;
}
