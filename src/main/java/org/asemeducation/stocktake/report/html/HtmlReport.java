package org.asemeducation.stocktake.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.stereotype.Component;

/**
 * The report as one page that needs nothing beside it: no script, no font, no style from
 * elsewhere.
 */
@Component
public class HtmlReport implements ReportWriter {

	static final String STYLE = style("report.css");

	private final PictureSource pictures;

	/**
	 * A writer.
	 * @param pictures where it finds the pictures
	 */
	public HtmlReport(PictureSource pictures) {
		this.pictures = pictures;
	}

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		write(report, FileLinks.beside(), out);
	}

	/**
	 * Writes the page.
	 * @param report what to write
	 * @param files where its other files lie
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(ReportModel report, FileLinks files, OutputStream out) throws IOException {
		Document document = Composition.of(report);
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		Markup html = new Markup(writer);
		head(document, html);
		cover(document, files, report.workPlan() != null, html);
		contents(document, html);
		html.tag("<main id=\"report\">\n");
		Blocks blocks = new Blocks(html, PicturePlaces.within(this.pictures));
		for (Section section : document.sections()) {
			blocks.section(section, 2);
		}
		html.tag("</main>\n</div>\n<footer><p>%s · %s · %s</p></footer>\n</body>\n</html>\n", document.title(),
				document.subtitle(), document.edition());
		writer.flush();
	}

	/**
	 * Writes a page of one section, which has no other files.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		Markup html = new Markup(writer);
		head(document, html);
		title(document, html);
		html.tag("</header>\n<div class=\"body alone\">\n<main id=\"report\">\n");
		Blocks blocks = new Blocks(html, PicturePlaces.within(this.pictures));
		for (Section section : document.sections()) {
			blocks.section(section, 2);
		}
		html.tag("</main>\n</div>\n</body>\n</html>\n");
		writer.flush();
	}

	/**
	 * Writes what stands between the cover and the end, for a page of another look: each
	 * passage bears {@code data-place} and {@code data-paragraph}, and the same as its
	 * id. Its pictures lie elsewhere: whoever keeps the page need not keep them.
	 * @param document what to write
	 * @param pictures where they lie
	 * @param out where to; not closed
	 * @throws IOException when the writer fails
	 */
	public static void writePassages(Document document, PicturePlaces pictures, Writer out) throws IOException {
		Blocks blocks = new Blocks(new Markup(out), pictures, new Anchors.Numbered());
		for (Section section : document.sections()) {
			blocks.section(section, 2);
		}
	}

	/**
	 * Writes the sections for a page of another look, where each paragraph has an address
	 * of its own: the id of its section, {@code -p} and its number in it.
	 * @param document what to write
	 * @param level of the headings of its sections, from 1
	 * @param out where to; not closed
	 * @throws IOException when the writer fails
	 */
	public void writeAddressed(Document document, int level, Writer out) throws IOException {
		Blocks blocks = new Blocks(new Markup(out), PicturePlaces.within(this.pictures), new Anchors.Addressed());
		for (Section section : document.sections()) {
			blocks.section(section, level);
		}
	}

	/**
	 * What a browser must allow for a page that is written now, and no more.
	 * @return a Content-Security-Policy
	 */
	public static String contentSecurityPolicy() {
		return allowing(STYLE);
	}

	/**
	 * What a browser must allow for a page, and no more: one that was sealed by an
	 * earlier release has the style of that release.
	 * @param page a page of ours, in UTF-8
	 * @return a Content-Security-Policy
	 */
	public static String contentSecurityPolicy(byte[] page) {
		String text = new String(page, StandardCharsets.UTF_8);
		int style = text.indexOf("<style>") + "<style>".length();
		int end = text.indexOf("</style>", style);
		return allowing((end < 0) ? STYLE : text.substring(style, end));
	}

	private static String allowing(String style) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
			return "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
				.formatted(Base64.getEncoder().encodeToString(hash));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void head(Document document, Markup html) throws IOException {
		html.tag("""
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s – %s</title>
				<meta name="description" content="%s">
				<meta name="author" content="%s">
				<style>""", document.title(), document.subtitle(), document.description(), Document.AUTHOR)
			.tag(STYLE)
			.tag("</style>\n</head>\n<body class=\"%s\">\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n",
					document.draft() ? "draft" : "published");
	}

	private static void title(Document document, Markup html) throws IOException {
		html.tag("<header>\n<div class=\"stripes\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></div>\n")
			.tag("<h1>%s</h1>\n<p class=\"subtitle\">", document.title())
			.text(document.subtitle())
			.tag("</p>\n<p class=\"edition\">%s</p>\n", document.edition());
		for (String line : document.imprint()) {
			html.tag("<p>%s</p>\n", line);
		}
	}

	private static void cover(Document document, FileLinks files, boolean annexed, Markup html) throws IOException {
		title(document, html);
		html.tag(
				"<p class=\"files\">Also as <a href=\"%1$sdocx\">Word document</a>, <a href=\"%1$spdf\">PDF</a>, <a href=\"%1$sxlsx\">workbook (XLSX)</a>, <a href=\"%1$scsv\">table (CSV)</a> and <a href=\"%1$sjson\">open data (JSON)</a>",
				files.report());
		if (annexed && files.annex() != null) {
			html.tag(
					". Its annex, the work plan for the next two years: <a href=\"%1$sdocx\">Word</a>, <a href=\"%1$spdf\">PDF</a>, <a href=\"%1$sxlsx\">XLSX</a>",
					files.annex());
		}
		html.tag("</p>\n</header>\n<div class=\"body\">\n");
	}

	private static void contents(Document document, Markup html) throws IOException {
		html.tag("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n");
		entries(document.sections(), html);
		html.tag("</nav>\n");
	}

	private static void entries(List<? extends Block> blocks, Markup html) throws IOException {
		List<Section> entries = blocks.stream()
			.filter((it) -> it instanceof Section section && section.kind().compareTo(Section.Kind.ACTION) <= 0)
			.map(Section.class::cast)
			.toList();
		if (entries.isEmpty()) {
			return;
		}
		html.tag("<ul>\n");
		for (Section entry : entries) {
			html.tag("<li><a href=\"#%s\">", entry.id());
			if (entry.label() != null) {
				html.tag("%s: ", entry.label());
			}
			html.text(entry.title()).tag("</a>\n");
			entries(entry.blocks(), html);
			html.tag("</li>\n");
		}
		html.tag("</ul>\n");
	}

	static String style(String name) {
		try (InputStream file = HtmlReport.class.getResourceAsStream("/templates/report/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
