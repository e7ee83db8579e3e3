package dev.tollgate.local.template;

/** The template is wrong or asks for what the local stack cannot do; the message says where. */
public final class TemplateError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateError(String message) {
    super(message);
  }
}
