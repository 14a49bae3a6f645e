package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.WrittenReports.WrittenReport;
import org.asemeducation.stocktake.report.compare.ReportComparison;
import org.asemeducation.stocktake.report.html.ComparisonPage;

import org.springframework.stereotype.Component;

/**
 * Pages that compare two versions, each written once and kept while it is asked for:
 * neither version ever changes.
 */
@Component
class ComparedReports {

	private static final int KEPT = 8;

	private final Reports reports;

	private final SealedVersions sealed;

	private final PublicUrl publicUrl;

	private final Map<Pair, WrittenReport> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Pair, WrittenReport> eldest) {
			return size() > KEPT;
		}
	};

	ComparedReports(Reports reports, SealedVersions sealed, PublicUrl publicUrl) {
		this.reports = reports;
		this.sealed = sealed;
		this.publicUrl = publicUrl;
	}

	/** One at a time, as files are. */
	synchronized WrittenReport page(Version earlier, Version later) {
		return this.pages.computeIfAbsent(new Pair(earlier, later), this::write);
	}

	private WrittenReport write(Pair pair) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ComparisonPage.write(
					ReportComparison.of(
							this.reports.version(pair.earlier().cycle(), pair.earlier().version()).orElseThrow(),
							this.reports.version(pair.later().cycle(), pair.later().version()).orElseThrow()),
					address(pair.earlier()), address(pair.later()), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return WrittenReport.of(out.toByteArray());
	}

	/** Where a report was published before versions were sealed, it has one address. */
	private String address(Version version) {
		return this.publicUrl.to(this.sealed.find(version.cycle(), version.version()).isPresent()
				? "/reports/%s/sealed/%d/report.html".formatted(version.cycle(), version.version())
				: "/reports/%s/report.html".formatted(version.cycle()));
	}

	/**
	 * A version of a report.
	 */
	record Version(CycleName cycle, int version) {
	}

	private record Pair(Version earlier, Version later) {
	}

}
