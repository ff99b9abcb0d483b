"""The hand-written layer over the generated models and endpoint."""
