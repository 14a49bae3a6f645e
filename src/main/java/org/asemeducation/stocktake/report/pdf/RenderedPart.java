package org.asemeducation.stocktake.report.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.asemeducation.stocktake.report.chart.ChartPainter;
import org.w3c.dom.Element;

/**
 * A part of a PDF as a file of its own.
 *
 * @param file where it is
 * @param pages how many it has
 * @param places of its sections, by id
 */
record RenderedPart(Path file, int pages, Map<String, Place> places) {

	private static final Color INK = new Color(0x17222e);

	private static final int BOLD_WEIGHT = 700;

	private static final int REGULAR_WEIGHT = 400;

	/**
	 * Renders a page. The file is not compressed: it is read again soon.
	 */
	static RenderedPart of(String page, PrintLetters letters, Path file) throws IOException {
		PdfRendererBuilder pdf = new PdfRendererBuilder();
		pdf.usePdfUaAccessibility(true);
		for (PrintFont font : letters.fonts()) {
			pdf.useFont(font::open, font.family(), (font == PrintFont.BOLD) ? BOLD_WEIGHT : REGULAR_WEIGHT,
					FontStyle.NORMAL, true);
		}
		pdf.useObjectDrawerFactory(new Drawers(letters));
		pdf.withHtmlContent(page, null);
		pdf.withProducer("Stocktake");
		try (PdfBoxRenderer renderer = pdf.buildPdfRenderer()) {
			renderer.createPDFWithoutClosing();
			renderer.getPdfDocument().save(file.toFile(), CompressParameters.NO_COMPRESSION);
		}
		return read(file);
	}

	private static RenderedPart read(Path file) throws IOException {
		try (PDDocument document = open(file)) {
			Map<String, Place> places = new LinkedHashMap<>();
			PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
			if (outline != null) {
				for (PDOutlineItem item : outline.children()) {
					if (item.getDestination() instanceof PDPageXYZDestination destination) {
						places.put(item.getTitle(), new Place(destination.retrievePageNumber(), destination.getTop()));
					}
				}
			}
			return new RenderedPart(file, document.getNumberOfPages(), places);
		}
	}

	static PDDocument open(Path file) throws IOException {
		return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
	}

	/**
	 * Where a section begins.
	 *
	 * @param page of the part, from 0
	 * @param top how far from the lower edge of the page, in points
	 */
	record Place(int page, int top) {
	}

	/** Draws what is no text. */
	private record Drawers(PrintLetters letters) implements FSObjectDrawerFactory {

		@Override
		public boolean isReplacedObject(Element element) {
			return painter(element).isPresent();
		}

		@Override
		public FSObjectDrawer createDrawer(Element element) {
			Consumer<Graphics2D> painter = painter(element).orElseThrow();
			double broad = breadth(element);
			return (object, x, y, width, height, device, context, dots) -> {
				device.drawWithGraphics((float) x, (float) y, (float) width / dots, (float) height / dots,
						(graphics) -> {
							double scale = width / dots / broad;
							graphics.scale(scale, scale);
							painter.accept(graphics);
						});
				return Map.of();
			};
		}

		private Optional<Consumer<Graphics2D>> painter(Element element) {
			return this.letters.chart(element.getAttribute("data-chart"))
				.<Consumer<Graphics2D>>map((drawing) -> (graphics) -> ChartPainter.paint(drawing, graphics))
				.or(() -> this.letters.word(element.getAttribute("alt")).map((word) -> (graphics) -> {
					graphics.translate(-word.bounds().getMinX(), -word.bounds().getMinY());
					graphics.setColor(INK);
					graphics.fill(word.outline());
				}));
		}

		private double breadth(Element element) {
			return this.letters.chart(element.getAttribute("data-chart"))
				.<Double>map((drawing) -> (double) drawing.width())
				.or(() -> this.letters.word(element.getAttribute("alt")).map((word) -> word.bounds().getWidth()))
				.orElseThrow();
		}

	}

}
