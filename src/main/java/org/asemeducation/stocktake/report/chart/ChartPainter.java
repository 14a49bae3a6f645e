package org.asemeducation.stocktake.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.asemeducation.stocktake.report.chart.Drawing.Box;
import org.asemeducation.stocktake.report.chart.Drawing.Line;
import org.asemeducation.stocktake.report.chart.Drawing.Mark;
import org.asemeducation.stocktake.report.chart.Drawing.Words;

/**
 * Paints a drawing where shapes are painted: on the page of a PDF, as vectors, or into a
 * picture for Word. Letters are painted as shapes.
 */
public final class ChartPainter {

	private static final Color INK = new Color(0x17222e);

	private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

	private ChartPainter() {
	}

	/**
	 * Paints it.
	 * @param drawing what
	 * @param graphics where, in points
	 */
	public static void paint(Drawing drawing, Graphics2D graphics) {
		drawing.marks().forEach((mark) -> paint(mark, graphics));
	}

	/**
	 * A picture of it.
	 * @param drawing what
	 * @param scale pixels for a point
	 * @return a PNG
	 */
	public static byte[] png(Drawing drawing, int scale) {
		BufferedImage image = new BufferedImage(drawing.width() * scale, drawing.height() * scale,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
		graphics.scale(scale, scale);
		paint(drawing, graphics);
		graphics.dispose();
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

	private static void paint(Mark mark, Graphics2D graphics) {
		if (mark instanceof Box box) {
			Rectangle2D frame = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
			graphics.setColor(new Color(box.pattern().colour()));
			graphics.fill(frame);
			box.pattern().lines(box).forEach((line) -> paint(line, graphics));
			graphics.setColor(INK);
			graphics.setStroke(new BasicStroke(0.5f));
			graphics.draw(frame);
		}
		else if (mark instanceof Line line) {
			graphics.setColor(INK);
			graphics.setStroke(new BasicStroke((float) line.thickness()));
			graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
		}
		else if (mark instanceof Words words) {
			Font font = Letters.FONT.deriveFont((float) words.size());
			Shape shape = font.createGlyphVector(EXACT, words.text()).getOutline();
			double width = font.getStringBounds(words.text(), EXACT).getWidth();
			graphics.setColor(INK);
			graphics
				.fill(AffineTransform.getTranslateInstance(words.ending() ? words.x() - width : words.x(), words.y())
					.createTransformedShape(shape));
		}
	}

	/** Loaded when the first letter is painted. */
	private static final class Letters {

		private static final Font FONT = load();

		private static Font load() {
			try (InputStream file = ChartPainter.class.getResourceAsStream("/fonts/NotoSans-Regular.ttf")) {
				return Font.createFont(Font.TRUETYPE_FONT, file);
			}
			catch (IOException | FontFormatException ex) {
				throw new IllegalStateException("The font of the charts cannot be read.", ex);
			}
		}

	}

}
