package dev.tollgate.signup.planted.util;

import com.nimbusds.jose.JWSAlgorithm;
import dev.tollgate.security.NewSigningKeys;

/** A function that reaches for an adapter, a library of another room, and another function. */
public final class PlantedDoor {
  private PlantedDoor() {}

  public static String reach() {
    return NewSigningKeys.rotate("") + JWSAlgorithm.ES256 + neighbour();
  }

  private static String neighbour() {
    return dev.tollgate.login.planted.Neighbour.NAME.toString();
  }
}
