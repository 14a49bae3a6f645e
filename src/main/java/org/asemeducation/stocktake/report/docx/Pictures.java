package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.report.chart.ChartPainter;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.PictureSource;

/**
 * Writes pictures, and remembers them: Word wants their bytes in parts of their own,
 * behind the text.
 */
final class Pictures {

	/** Of a pixel at 150 to the inch, in the units of drawings. */
	private static final long UNITS = 914_400 / 150;

	private static final long WIDEST = 5_760_000; // 16 centimetres

	/** Of a twentieth of a point, in the units of drawings. */
	private static final long TWENTIETH = 635;

	private static final long HIGHEST = 4_320_000; // 12 centimetres

	/** Pixels for a point of a chart. */
	private static final int SHARPNESS = 3;

	private final WordXml xml;

	private final PictureSource source;

	private final long widest;

	private final Map<String, Picture> parts = new LinkedHashMap<>();

	private final Map<String, byte[]> drawn = new HashMap<>();

	private int drawings;

	/**
	 * Pictures in a frame.
	 * @param width between the margins, in twentieths of a point
	 */
	Pictures(WordXml xml, PictureSource source, int width) {
		this.xml = xml;
		this.widest = Math.min(WIDEST, width * TWENTIETH);
		this.source = source;
	}

	/** Whether it is still there; what is not is left out with its caption. */
	boolean has(Illustration illustration) {
		return this.source.read(illustration.picture()).isPresent();
	}

	void write(Illustration illustration) throws IOException {
		draw(illustration.picture(), illustration.alternative());
	}

	/** Word does not draw: it is a picture, as large as in print. */
	void write(Chart chart) throws IOException {
		byte[] png = ChartPainter.png(chart.drawing(), SHARPNESS);
		Picture picture = new Picture("chart" + chart.number(), "png", chart.drawing().width() * 150 / 72,
				chart.drawing().height() * 150 / 72, "");
		this.drawn.put(picture.file(), png);
		draw(picture, chart.alternative());
	}

	private Optional<byte[]> read(Picture picture) {
		byte[] png = this.drawn.get(picture.file());
		return (png != null) ? Optional.of(png) : this.source.read(picture);
	}

	private void draw(Picture picture, String alternative) throws IOException {
		String part = "picture%s.%s".formatted(picture.file(), picture.type());
		this.parts.putIfAbsent(part, picture);
		long highest = this.drawn.containsKey(picture.file()) ? 2 * HIGHEST : HIGHEST;
		double scale = Math.min(1, Math.min((double) this.widest / (picture.width() * UNITS),
				(double) highest / (picture.height() * UNITS)));
		long width = Math.max(1, Math.round(picture.width() * UNITS * scale));
		long height = Math.max(1, Math.round(picture.height() * UNITS * scale));
		int number = ++this.drawings;
		this.xml.open("Picture", "")
			.tag("""
					<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" \
					xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\
					<wp:extent cx="%1$s" cy="%2$s"/><wp:docPr id="%3$s" name="Picture %3$s" descr="%4$s"/>\
					<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
					<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
					<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>\
					<pic:cNvPr id="%3$s" name="Picture %3$s" descr="%4$s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
					<a:blip r:embed="%5$s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
					<a:off x="0" y="0"/><a:ext cx="%1$s" cy="%2$s"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>\
					</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""",
					width, height, number, alternative, id(part))
			.close();
	}

	void writeRelationships(WordXml part) throws IOException {
		for (String name : this.parts.keySet()) {
			part.tag(
					"<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
							+ "image\" Target=\"media/%s\"/>\n",
					id(name), name);
		}
	}

	/** One after the other, read anew: they are never together in memory. */
	void writeParts(Parts parts) throws IOException {
		for (Map.Entry<String, Picture> part : this.parts.entrySet()) {
			byte[] bytes = read(part.getValue())
				.orElseThrow(() -> new IOException("A picture was taken out while the file was written. Ask again."));
			parts.write("word/media/" + part.getKey(), bytes);
		}
	}

	private static String id(String part) {
		return part.replace('.', '_');
	}

	/** Takes the parts of a file. */
	interface Parts {

		void write(String name, byte[] content) throws IOException;

	}

}
