package dev.tollgate.local.template;

/** Where something stands, as an editor understands it: {@code template.yaml:12}. */
public record Place(String file, int line) {
  /** An error that names this place. */
  public TemplateError error(String message) {
    return new TemplateError(this + ": " + message);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
