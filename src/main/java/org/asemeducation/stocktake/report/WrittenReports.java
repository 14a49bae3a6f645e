package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.FileLinks;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * The files of reports, each written once and kept while it is asked for: a version never
 * changes.
 */
@Component
class WrittenReports {

	private static final int KEPT = 12;

	private final Reports reports;

	private final HtmlReport html;

	private final DocxReport docx;

	private final JsonReport json;

	private final Map<Key, WrittenReport> files = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, WrittenReport> eldest) {
			return size() > KEPT;
		}
	};

	WrittenReports(Reports reports, HtmlReport html, DocxReport docx, JsonReport json) {
		this.reports = reports;
		this.html = html;
		this.docx = docx;
		this.json = json;
	}

	/** One at a time: writing takes less than a reader notices, and memory. */
	synchronized WrittenReport file(CycleName cycle, int version, ReportFormat format, FileLinks links) {
		Key key = new Key(cycle, version, format, links);
		WrittenReport file = this.files.get(key);
		if (file == null) {
			file = write(key);
			this.files.put(key, file);
		}
		return file;
	}

	private WrittenReport write(Key key) {
		ReportModel report = this.reports.version(key.cycle(), key.version()).orElseThrow();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			switch (key.format()) {
				case HTML -> this.html.write(report, key.links(), out);
				case DOCX -> this.docx.write(report, out);
				case JSON -> this.json.write(report, out);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		byte[] content = out.toByteArray();
		return new WrittenReport(content, '"' + DigestUtils.md5DigestAsHex(content) + '"');
	}

	private record Key(CycleName cycle, int version, ReportFormat format, FileLinks links) {
	}

	/**
	 * A file as it is sent.
	 *
	 * @param tag changes when a byte does
	 */
	record WrittenReport(byte[] content, String tag) {
	}

}
