// Command reader reads a trace with Go's own reader, keeps nothing and tells how many events it saw.
package main

import (
	"bufio"
	"fmt"
	"internal/trace"
	"io"
	"os"
)

func main() {
	f, err := os.Open(os.Args[1])
	check(err)
	r, err := trace.NewReader(bufio.NewReaderSize(f, 1<<20))
	check(err)
	n := 0
	for {
		_, err := r.ReadEvent()
		if err == io.EOF {
			break
		}
		check(err)
		n++
	}
	fmt.Println(n)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "reader:", err)
		os.Exit(1)
	}
}
