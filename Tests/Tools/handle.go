// Handles errors of BankID's generated Go.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"

	"handle/bankidcsc"
)

func sign(status int, retryAfter, body string) error {
	header := http.Header{}
	if retryAfter != "" {
		header.Set("Retry-After", retryAfter)
	}
	response := bankidcsc.Response{Path: "/csc/v2/info", Status: status, Header: header, Body: []byte(body)}
	return fmt.Errorf("signing: %w", bankidcsc.NewError(response))
}

func main() {
	err := sign(503, "5", `{"errorCode": "csc_user_keys_limit", "errorReference": "REF1"}`)
	fmt.Println(err)
	fmt.Println(errors.Is(err, bankidcsc.CSCCodeCscUserKeysLimit), errors.Is(err, bankidcsc.CSCCodeInvalidToken))

	var failure *bankidcsc.Failure
	if errors.As(err, &failure) {
		fmt.Println(failure.IsRetryable(), failure.RetryAfter.Seconds, failure.Status, failure.Category(), failure.Reference)
	}
	var csc *bankidcsc.CSCError
	if errors.As(err, &csc) {
		switch csc.Code {
		case bankidcsc.CSCCodeCscUserKeysLimit:
			fmt.Println("wait:", csc.Code.Entry().Guidance != "")
		case bankidcsc.CSCUnknownCode, bankidcsc.CSCNoCode:
			fmt.Println("not this time")
		}
	}
	var token *bankidcsc.OAuthTokenError
	fmt.Println(errors.As(err, &token))

	err = sign(400, "", `{"errorCode": "brand_new"}`)
	fmt.Println(err, errors.Is(err, bankidcsc.CSCUnknownCode))

	err = sign(502, "", string(bytes.Repeat([]byte("["), 10_000_000)))
	fmt.Println(err, errors.Is(err, bankidcsc.CSCNoCode))

	e, ok := bankidcsc.OAuthAuthorizeErrorFromRedirect("https://c.example/cb?error=access_denied&state=s")
	fmt.Println(e, ok, e.State, errors.Is(e, bankidcsc.OAuthAuthorizeCodeAccessDenied))
	_, ok = bankidcsc.OAuthAuthorizeErrorFromRedirect("https://c.example/cb?code=1")
	fmt.Println(ok)
}
