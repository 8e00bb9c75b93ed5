package api;

import jakarta.validation.constraints.NotBlank;

public record User(@NotBlank String name) {}
