package org.asemeducation.stocktake.report.chart;

import java.util.Locale;

import org.asemeducation.stocktake.report.chart.Drawing.Box;
import org.asemeducation.stocktake.report.chart.Drawing.Line;
import org.asemeducation.stocktake.report.chart.Drawing.Mark;
import org.asemeducation.stocktake.report.chart.Drawing.Words;

/**
 * Writes a drawing as SVG that stands in a page: no style, no script, nothing from
 * elsewhere.
 */
public final class ChartSvg {

	private ChartSvg() {
	}

	/**
	 * Writes it.
	 * @param drawing what
	 * @param id of the element in its page
	 * @param title a few words, for a list of pictures
	 * @param alternative its numbers as sentences
	 * @return an element
	 */
	public static String of(Drawing drawing, String id, String title, String alternative) {
		StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\" aria-labelledby=\"%3$s-title %3$s-text\" font-family=\"sans-serif\" fill=\"#17222e\">\n<title id=\"%3$s-title\">%4$s</title><desc id=\"%3$s-text\">%5$s</desc>\n",
				drawing.width(), drawing.height(), id, escape(title), escape(alternative)));
		drawing.marks().forEach((mark) -> add(mark, svg));
		return svg.append("</svg>\n").toString();
	}

	private static void add(Mark mark, StringBuilder svg) {
		if (mark instanceof Box box) {
			svg.append(String.format(Locale.ROOT,
					"<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#%06x\"/>", box.x(), box.y(),
					box.width(), box.height(), box.pattern().colour()));
			box.pattern().lines(box).forEach((line) -> add(line, svg));
			svg.append(String.format(Locale.ROOT,
					"<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"none\" stroke=\"#17222e\" stroke-width=\"0.5\"/>\n",
					box.x(), box.y(), box.width(), box.height()));
		}
		else if (mark instanceof Line line) {
			svg.append(String.format(Locale.ROOT,
					"<path d=\"M%.2f %.2fL%.2f %.2f\" stroke=\"#17222e\" stroke-width=\"%.2f\"/>", line.x1(), line.y1(),
					line.x2(), line.y2(), line.thickness()));
		}
		else if (mark instanceof Words words) {
			svg.append(String.format(Locale.ROOT, "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\"%s>%s</text>\n",
					words.x(), words.y(), words.size(), words.ending() ? " text-anchor=\"end\"" : "",
					escape(words.text())));
		}
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

}
