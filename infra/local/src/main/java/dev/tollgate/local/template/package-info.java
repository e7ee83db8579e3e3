/**
 * Reads {@code template.yaml}: a tree that knows its lines, the intrinsic functions of
 * CloudFormation, and from both a {@link dev.tollgate.local.template.StackModel} of what the local
 * stack builds. It starts nothing.
 */
@NullMarked
package dev.tollgate.local.template;

import org.jspecify.annotations.NullMarked;
