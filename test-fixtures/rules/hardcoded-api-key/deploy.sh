#!/bin/sh
export API_TOKEN="q7Zt3Xw9Kd2Vb8Lm5Rn1" # want: hardcoded-api-key "API_TOKEN"
export API_TOKEN="$(cat /run/secrets/api_token)"
export ACCESS_KEY=${ACCESS_KEY:?missing}
curl -H "Authorization: Bearer $API_TOKEN" https://api.internal/deploy
