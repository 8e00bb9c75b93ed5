package web;

import org.springframework.web.bind.annotation.RestController;

@RestController
public @interface Api {}
