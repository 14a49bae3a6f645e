package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.WrittenReports.WrittenReport;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Sheets;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Fact sheets as files of their own, for web sites: the same blocks as in the report. A
 * report is taken apart once and kept while its sheets are asked for, each of which is
 * written when it is.
 */
@Component
class InitiativeSheets {

	private static final int REPORTS_KEPT = 4;

	private static final int FILES_KEPT = 64;

	private final Reports reports;

	private final ReportWriters writers;

	private final PublicUrl publicUrl;

	private final Map<Report, Apart> sheets = new LinkedHashMap<>(REPORTS_KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Report, Apart> eldest) {
			return size() > REPORTS_KEPT;
		}
	};

	private final Map<Key, WrittenReport> files = new LinkedHashMap<>(FILES_KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, WrittenReport> eldest) {
			return size() > FILES_KEPT;
		}
	};

	InitiativeSheets(Reports reports, ReportWriters writers, PublicUrl publicUrl) {
		this.reports = reports;
		this.writers = writers;
		this.publicUrl = publicUrl;
	}

	/**
	 * The sheet of an initiative; its references to others lead to their pages in the web
	 * edition.
	 * @param format a page or a Word file
	 * @return nothing where the report has no such initiative
	 */
	Optional<WrittenReport> published(CycleName cycle, int version, String initiative, ReportFormat format) {
		return file(new Key(new Report(cycle, version, true), initiative, format));
	}

	/** The same of a draft, which has no pages of initiatives to refer to. */
	Optional<WrittenReport> draft(CycleName cycle, int version, String initiative, ReportFormat format) {
		return file(new Key(new Report(cycle, version, false), initiative, format));
	}

	private synchronized Optional<WrittenReport> file(Key key) {
		WrittenReport file = this.files.get(key);
		if (file == null) {
			Apart apart = this.sheets.computeIfAbsent(key.report(), this::takenApart);
			Document sheet = apart.sheets().get(key.initiative());
			if (sheet == null) {
				return Optional.empty();
			}
			file = write(sheet, apart.template(), key.format());
			this.files.put(key, file);
		}
		return Optional.of(file);
	}

	private Apart takenApart(Report report) {
		ReportModel model = this.reports.version(report.cycle(), report.version()).orElseThrow();
		String edition = this.publicUrl.to("/reports/%s/initiatives/".formatted(report.cycle()));
		return new Apart(Sheets.of(Composition.of(model), (id) -> report.published() ? edition + id : null),
				model.template());
	}

	private WrittenReport write(Document sheet, @Nullable String template, ReportFormat format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			this.writers.writeSheet(sheet, template, format, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return WrittenReport.of(out.toByteArray());
	}

	private record Report(CycleName cycle, int version, boolean published) {
	}

	private record Apart(Map<String, Document> sheets, @Nullable String template) {
	}

	private record Key(Report report, String initiative, ReportFormat format) {
	}

}
