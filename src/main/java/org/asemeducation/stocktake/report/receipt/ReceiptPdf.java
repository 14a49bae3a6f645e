package org.asemeducation.stocktake.report.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.PrintedPage;

import org.springframework.stereotype.Component;

/**
 * A document as a tagged PDF (PDF/UA-1) with its fonts in it. They have Latin, Greek and
 * Cyrillic letters; where a text has others the PDF says so and leads to the Word file.
 */
@Component
public class ReceiptPdf {

	private static final String FAMILY = "Noto Sans";

	private static final String REGULAR = "/fonts/NotoSans-Regular.ttf";

	private static final String BOLD = "/fonts/NotoSans-Bold.ttf";

	private static final int BOLD_WEIGHT = 700;

	private static final String LEFT_OUT = "This file cannot show all letters of the text: each “?” in a box of its own stands for one. The Word file of this receipt has them all.";

	private static final String STYLE = """
			@page { size: A4; margin: 20mm 18mm 22mm;
			  @bottom-right { font-family: 'Noto Sans'; font-size: 8pt; content: 'Page ' counter(page) ' of ' counter(pages); } }
			html, body { font-family: 'Noto Sans'; font-size: 10pt; line-height: 1.4; color: #17222e; }
			h1 { font-size: 20pt; margin: 0 0 2mm; color: #0b3d6e; } .subtitle { font-size: 13pt; margin: 0 0 2mm; font-weight: bold; }
			h2 { font-size: 14pt; margin: 7mm 0 2mm; color: #0b3d6e; border-bottom: 0.5pt solid #c5ced8; page-break-after: avoid; }
			h3 { font-size: 11pt; margin: 5mm 0 1mm; page-break-after: avoid; } h4 { font-size: 10pt; margin: 3mm 0 1mm; page-break-after: avoid; }
			p { margin: 0 0 2mm; } ul { margin: 0 0 2mm; padding: 0 0 0 4mm; list-style: none; } li::before { content: '•  '; } dl { margin: 0 0 3mm; padding: 0 0 0 3mm; border-left: 1.5pt solid #c5ced8; }
			dt { font-size: 8pt; color: #4d5b6a; margin: 0; } dd { margin: 0 0 1.5mm; word-wrap: break-word; } .note { font-size: 9pt; color: #4d5b6a; }
			.left-out { border: 0.5pt solid #76838f; }
			""";

	private final CmapLookup letters;

	ReceiptPdf() {
		XRLog.setLoggerImpl(new Slf4jLogger());
		XRLog.setLoggingEnabled(false);
		try (InputStream font = font(REGULAR)) {
			this.letters = new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes it.
	 * @param document a document without tables
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		StringWriter page = new StringWriter();
		String text = all(document);
		PrintedPage.write(document, STYLE, text.codePoints().allMatch(this::isShown) ? null : LEFT_OUT, page);
		PdfRendererBuilder pdf = new PdfRendererBuilder();
		pdf.usePdfUaAccessibility(true);
		pdf.useFont(supplier(REGULAR), FAMILY);
		pdf.useFont(supplier(BOLD), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
		pdf.withHtmlContent(shown(page.toString()), null);
		pdf.withProducer("Stocktake");
		pdf.toStream(out);
		pdf.run();
	}

	private static String all(Document document) throws IOException {
		StringWriter page = new StringWriter();
		PrintedPage.write(document, "", null, page);
		return page.toString();
	}

	private boolean isShown(int letter) {
		return Character.isWhitespace(letter) || this.letters.getGlyphId(letter) != 0;
	}

	private String shown(String page) {
		int body = page.indexOf("<body>");
		StringBuilder shown = new StringBuilder(page.length());
		page.codePoints().forEach((letter) -> {
			if (isShown(letter)) {
				shown.appendCodePoint(letter);
			}
			else {
				shown.append((shown.length() < body) ? "?" : "<span class=\"left-out\">?</span>");
			}
		});
		return shown.toString();
	}

	private static FSSupplier<InputStream> supplier(String name) {
		return () -> font(name);
	}

	private static InputStream font(String name) {
		return Objects.requireNonNull(ReceiptPdf.class.getResourceAsStream(name), name);
	}

}
