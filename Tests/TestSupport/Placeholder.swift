// Placeholder until the support is written.
