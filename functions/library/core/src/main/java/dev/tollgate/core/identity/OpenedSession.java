package dev.tollgate.core.identity;

/** A session that is ready to be stored, and the tokens to hand out once it is. */
public record OpenedSession(Session session, IssuedTokens tokens) {}
