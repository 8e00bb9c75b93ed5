package app;

class Placeholders {
  String realPassword = "wool9!"; // want: hardcoded-password "realPassword"
  String dbPassword = "changeme";
  String password1 = "CHANGE_ME_1";
  String password2 = "xxxxxx";
  String password3 = "********";
  String password4 = "${DB_PASSWORD}";
  String password5 = "<your-password>";
  String password6 = "{{ db_password }}";
  String password7 = "%DB_PASSWORD%";
  String password8 = "#{systemEnvironment['PW']}";
  String password9 = "ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)";
  String password10 = "{cipher}AQB1c2VyMTIzNDU2";
  String password11 = "";
  String password12 = " ";
  String password13 = "null";
  String password14 = "your_password_9";
  String password15 = "example-7";
  String password16 = "[PROTECTED]";
  String password17 = "$DB_PW";
  String password18 = "@db.password@";
  String password19 = "vault:secret/db#pw";
  String password20 = "Please enter the password again";
  String password21 = "user.password.tooShort";
  String password22 = "/etc/secrets/db";
  String password23 = "https://login.internal/reset1";
  String password24 = "SELECT pw FROM users WHERE id=?";
  String password25 = "密码不能为空";
  String password26 = "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";
  String password27 = "classpath:pw1.txt";
  String password28 = "...";
  String password29 = "a1";
}
