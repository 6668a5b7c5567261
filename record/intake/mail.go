package intake

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// mailHead tells whether a lower-cased head looks like a mail's.
func mailHead(head string) bool {
	line, _, _ := strings.Cut(head, "\n")
	for _, h := range []string{"from:", "return-path:", "received:", "delivered-to:", "mime-version:", "message-id:"} {
		if strings.HasPrefix(line, h) && strings.Contains(head, "\nsubject:") || strings.HasPrefix(line, h) && strings.Contains(head, "\nreceived:") {
			return true
		}
	}
	return false
}

var words = mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(r)
	return strings.NewReader(Decode(data, label)), err
}}

// readMail takes the text of a mail: its plain part, or else its HTML part.
func readMail(data []byte) (Document, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return Document{}, err
	}
	var d Document
	if s, err := words.DecodeHeader(m.Header.Get("Subject")); err == nil {
		d.Title = s
	}
	if a, err := (&mail.AddressParser{WordDecoder: &words}).Parse(m.Header.Get("From")); err == nil {
		d.Author = a.Name
	}
	if t, err := m.Header.Date(); err == nil {
		d.Date = t.Format("2006-01-02")
	}
	plain, page, err := part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
	if err != nil {
		return d, err
	}
	switch {
	case strings.TrimSpace(plain) != "":
		d.Text = strings.ReplaceAll(plain, "\r\n", "\n")
	case page != "":
		h, err := readHTML([]byte(page), "utf-8")
		if err != nil {
			return d, err
		}
		d.Text = h.Text
	default:
		return d, errors.New("the mail has no text part")
	}
	return d, nil
}

// part reads one part and those within it. Attachments are left alone.
func part(kind, coding string, body io.Reader, depth int) (plain, page string, err error) {
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		media, params = "text/plain", nil
	}
	if strings.HasPrefix(media, "multipart/") && depth < 8 {
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if err != nil { // the end, or a mail cut short: what was read counts
				return plain, page, nil
			}
			if p.FileName() != "" {
				continue
			}
			a, b, err := part(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, depth+1)
			if err != nil {
				continue
			}
			if plain == "" {
				plain = a
			}
			if page == "" {
				page = b
			}
		}
	}
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := io.ReadAll(body)
	if err != nil && len(data) == 0 {
		return "", "", err
	}
	text := Decode(data, params["charset"])
	switch media {
	case "text/html":
		return "", text, nil
	case "text/plain", "":
		return text, "", nil
	}
	return "", "", nil
}
