package server;

import api.User;
import api.UserApi;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserController implements UserApi {

  /** The interface's annotations count. */
  @Override
  public void create(User user) {}

  @Override
  public void replace(User user) {} // want: request-body-not-validated "parameter user of UserController.replace"
}
