package show

import (
	"bytes"
	"fmt"
	"image/color"
	"regexp"

	"github.com/parley-desk/parley/pareto"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// The pictures use one ink for the frontier and shapes, not colours, for the
// solutions.
var (
	ink      = color.Gray{Y: 90}
	faint    = color.NRGBA{R: 60, G: 90, B: 120, A: 60}
	cloudInk = color.NRGBA{R: 60, G: 90, B: 120, A: 150}
	shapes   = map[pareto.Kind]draw.GlyphDrawer{
		pareto.Nash: draw.CircleGlyph{}, pareto.KalaiSmorodinsky: draw.BoxGlyph{}, pareto.Egalitarian: draw.TriangleGlyph{}, pareto.Utilitarian: draw.CrossGlyph{},
	}
)

// plot draws the frontier: of two parties as a scatter; of more as a matrix of
// scatters, one for each pair, over parallel coordinates.
func (w writer) plot(parties []int, lows, highs []float64) string {
	n := len(parties)
	if n == 2 {
		return svg("Frontier of two parties: ● Nash, ■ Kalai–Smorodinsky, ▲ egalitarian, × utilitarian; dashed: no deal", 13*vg.Centimeter, 10*vg.Centimeter,
			func(c draw.Canvas) { w.scatter(parties[0], parties[1]).Draw(c) })
	}
	side := 5 * vg.Centimeter
	matrix := svg("Each pair of parties: ● Nash, ■ Kalai–Smorodinsky, ▲ egalitarian, × utilitarian; dashed: no deal", side*vg.Length(n-1), side*vg.Length(n-1), func(c draw.Canvas) {
		tiles := draw.Tiles{Rows: n - 1, Cols: n - 1, PadX: 3 * vg.Millimeter, PadY: 3 * vg.Millimeter}
		for row := 1; row < n; row++ {
			for col := range row {
				w.scatter(parties[col], parties[row]).Draw(tiles.At(c, col, row-1))
			}
		}
	})
	return matrix + svg("Each package as a line: solid Nash, long dashes Kalai–Smorodinsky, dots egalitarian, dashes and dots utilitarian", 18*vg.Centimeter, 8*vg.Centimeter,
		func(c draw.Canvas) { w.parallel(parties, lows, highs).Draw(c) })
}

// sans makes a plot's letters those of the page around it.
func sans(p *plot.Plot) *plot.Plot {
	for _, style := range []*text.Style{&p.X.Label.TextStyle, &p.Y.Label.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label} {
		style.Font.Variant = "Sans"
	}
	return p
}

// scatter plots two parties' values against each other, with the no-deal
// values as lines.
func (w writer) scatter(x, y int) *plot.Plot {
	p := sans(plot.New())
	p.X.Label.Text, p.Y.Label.Text = w.Deals.Parties[x], w.Deals.Parties[y]
	var cloud plotter.XYs
	for _, point := range w.Frontier.Points {
		v := point.Floats()
		cloud = append(cloud, plotter.XY{X: v[x], Y: v[y]})
	}
	p.Add(&plotter.Scatter{XYs: cloud, GlyphStyle: draw.GlyphStyle{Color: cloudInk, Radius: vg.Points(1.6), Shape: draw.CircleGlyph{}}})
	for _, kind := range pareto.Kinds {
		s, ok := w.Solutions[kind.String()]
		if !ok {
			continue
		}
		v := s.Floats()
		p.Add(&plotter.Scatter{XYs: plotter.XYs{{X: v[x], Y: v[y]}}, GlyphStyle: draw.GlyphStyle{Color: color.Black, Radius: vg.Points(3.5), Shape: shapes[kind]}})
	}
	for axis, k := range []int{x, y} {
		if noDeal := w.NoDeal()[k]; noDeal != nil {
			at, _ := noDeal.Float64()
			p.Add(&level{at: at, vertical: axis == 0})
		}
	}
	return p
}

// level is a dashed line at a no-deal value.
type level struct {
	at       float64
	vertical bool
}

// Plot draws the line across the whole plot.
func (l *level) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	style := draw.LineStyle{Color: ink, Width: vg.Points(1), Dashes: []vg.Length{vg.Points(4), vg.Points(3)}}
	if l.vertical {
		c.StrokeLine2(style, x(l.at), c.Min.Y, x(l.at), c.Max.Y)
		return
	}
	c.StrokeLine2(style, c.Min.X, y(l.at), c.Max.X, y(l.at))
}

// DataRange keeps the line inside the plot.
func (l *level) DataRange() (xmin, xmax, ymin, ymax float64) {
	inf := 1e300
	if l.vertical {
		return l.at, l.at, inf, -inf
	}
	return inf, -inf, l.at, l.at
}

// lines is how many packages parallel coordinates draw: more is a blot.
const lines = 400

// parallel draws each package as a line over one axis for each party.
func (w writer) parallel(parties []int, lows, highs []float64) *plot.Plot {
	p := sans(plot.New())
	p.Y.Label.Text = "from least to most on the frontier"
	var ids []string
	for _, k := range parties {
		ids = append(ids, w.Deals.Parties[k])
	}
	p.NominalX(ids...)
	path := func(values []float64) plotter.XYs {
		var xy plotter.XYs
		for place, k := range parties {
			xy = append(xy, plotter.XY{X: float64(place), Y: along(values[k], lows[k], highs[k])})
		}
		return xy
	}
	step := max(1, len(w.Frontier.Points)/lines)
	for k := 0; k < len(w.Frontier.Points); k += step {
		p.Add(&plotter.Line{XYs: path(w.Frontier.Points[k].Floats()), LineStyle: draw.LineStyle{Color: faint, Width: vg.Points(0.6)}})
	}
	for _, kind := range pareto.Kinds {
		if s, ok := w.Solutions[kind.String()]; ok {
			p.Add(&plotter.Line{XYs: path(s.Floats()), LineStyle: draw.LineStyle{Color: color.Black, Width: vg.Points(1.5), Dashes: dashes[kind]}})
		}
	}
	return p
}

// dashes tell the lines of the solutions apart, by kind.
var dashes = [][]vg.Length{nil, {vg.Points(6), vg.Points(2)}, {vg.Points(2), vg.Points(2)}, {vg.Points(8), vg.Points(2), vg.Points(2), vg.Points(2)}}

// prolog is what an svg file has and an svg element in a page may not.
var prolog = regexp.MustCompile(`(?s)^.*?<svg`)

// svg draws a picture and says below it what its marks mean.
func svg(caption string, width, height vg.Length, paint func(draw.Canvas)) string {
	c := vgsvg.New(width, height)
	paint(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return fmt.Sprintf("<!-- the picture could not be drawn: %v -->", err)
	}
	picture := prolog.ReplaceAllString(b.String(), `<svg role="img" aria-label="The frontier; the same in words and a table below"`)
	return picture + "\n<p class=\"faint\">" + caption + ".</p>\n"
}
