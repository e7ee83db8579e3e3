package dev.tollgate.signup;

/** How many people somebody says they are, as the page's own choice words it. */
record TeamSize(String value) {
  static final int LONGEST = 40;
}
