package com.acme.orders.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record CustomerForm(@NotBlank @Size(max = 120) String name, @NotBlank @Email String email) {}
