package dev.tollgate.core.identity;

import java.util.List;

/** The people who run the deployment. */
public interface PlatformOwners {
  List<UserRef> all();
}
