package app;

import jakarta.validation.constraints.NotNull;

public record Order(@NotNull String id) {}
