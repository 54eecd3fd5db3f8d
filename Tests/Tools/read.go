// Package reading reads the cases of Tests/Fixtures/reading with the generated Go: a case on each line of standard input, and what
// a reader finds in it on each line of standard output. The package of each catalogue registers itself in the file that
// read.go.mustache makes.
package reading

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

// A Case is a line of input.
type Case struct {
	Catalog    string
	Surface    string
	Path       string
	Base       string
	Status     int
	Headers    [][2]string
	Body       string
	BodyBase64 []byte `json:"body_base64"`
	URL        *string
	Now        time.Time
}

// Header returns the header fields.
func (c Case) Header() http.Header {
	header := http.Header{}
	for _, field := range c.Headers {
		header.Add(field[0], field[1])
	}
	return header
}

// Bytes returns the body.
func (c Case) Bytes() []byte {
	if c.BodyBase64 != nil {
		return c.BodyBase64
	}
	return []byte(c.Body)
}

// Values are what a reader finds.
type Values map[string]any

// Put adds the value of a role or a detail unless it is absent: nil, or an empty text.
func (v Values) Put(key string, value any) {
	switch value := value.(type) {
	case nil:
		return
	case string:
		if value == "" {
			return
		}
	case *int64:
		if value == nil {
			return
		}
	case *float64:
		if value == nil {
			return
		}
	case *bool:
		if value == nil {
			return
		}
	}
	if key == "description" {
		key = "message"
	}
	v[key] = value
}

var catalogues = map[string]func(Case) Values{}

// Register adds the function that reads the responses of a catalogue, and nil for a redirect that is no error.
func Register(catalogue string, read func(Case) Values) { catalogues[catalogue] = read }

func read(line []byte) (values Values) {
	defer func() {
		if failure := recover(); failure != nil {
			values = Values{"failed": fmt.Sprint(failure)}
		}
	}()
	var input Case
	if err := json.Unmarshal(line, &input); err != nil {
		panic(err)
	}
	return catalogues[input.Catalog](input)
}

// Main reads the cases.
func Main() {
	lines := bufio.NewReader(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		if err := output.Encode(read(line)); err != nil {
			panic(err)
		}
	}
}
