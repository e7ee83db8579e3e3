/**
 * Journeys through all doors at once, over real servers, calm and under faults. Not null-marked: a
 * missing field in an answer should fail the test that reads it.
 */
package dev.tollgate.journeys;
