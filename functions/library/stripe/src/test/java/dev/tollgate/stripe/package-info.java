/** Tests. Not null-marked: a missing field in an answer should fail the test that reads it. */
package dev.tollgate.stripe;
