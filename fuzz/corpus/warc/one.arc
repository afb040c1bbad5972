filedesc://f.arc 0.0.0.0 20260303140500 text/plain 20
1 0 Archive
URL IP

https://f.example/2 10.0.0.1 20260303140501 text/html 45
HTTP/1.0 200 OK
Content-Type: text/html

<p>A
