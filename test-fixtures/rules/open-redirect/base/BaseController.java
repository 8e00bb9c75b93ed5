package app;

abstract class BaseController {
  protected String redirectTo(String path) {
    return "redirect:" + path;
  }

  protected String redirectHome(String path) {
    return "redirect:/home/" + path;
  }
}
