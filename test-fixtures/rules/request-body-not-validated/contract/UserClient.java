package client;

import api.UserApi;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient("users")
interface UserClient extends UserApi {}
