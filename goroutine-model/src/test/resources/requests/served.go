// Serves a few requests over HTTP/1 and HTTP/2, two handlers behind what wraps them both, and traces that:
// go run main.go served.trace
package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/trace"
	"time"
)

func list(w http.ResponseWriter, r *http.Request) {
	time.Sleep(2 * time.Millisecond)
	io.WriteString(w, "list")
}

func detail(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Millisecond)
	io.WriteString(w, "detail")
}

// logged waits, too: what wraps a handler does not name the request.
func logged(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(100 * time.Microsecond)
		h.ServeHTTP(w, r)
	})
}

func get(server *httptest.Server, path string, major int) {
	answer, err := server.Client().Get(server.URL + path)
	if err != nil {
		panic(err)
	}
	if answer.ProtoMajor != major {
		panic(answer.Proto)
	}
	io.Copy(io.Discard, answer.Body)
	answer.Body.Close()
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/list", list)
	mux.HandleFunc("/detail", detail)
	one := httptest.NewServer(logged(mux))
	two := httptest.NewUnstartedServer(logged(mux))
	two.EnableHTTP2 = true
	two.StartTLS()
	get(one, "/list", 1)
	get(two, "/list", 2)
	out, err := os.Create(os.Args[1])
	if err != nil {
		panic(err)
	}
	trace.Start(out)
	for range 4 {
		get(one, "/list", 1)
		get(two, "/list", 2)
		get(two, "/detail", 2)
	}
	get(one, "/detail", 1)
	trace.Stop()
}
