package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.html.FileLinks;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.stereotype.Component;

/**
 * The files of reports as they are sent: the sealed bytes where a version is sealed, else
 * each written once and kept while it is asked for.
 */
@Component
class WrittenReports {

	private static final int KEPT = 12;

	/** Of all of them together, in bytes: those with many pictures are large. */
	private static final long MOST = 64L << 20;

	private final Reports reports;

	private final SealedVersions sealed;

	private final ReportWriters writers;

	private final Map<Key, WrittenReport> files = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, WrittenReport> eldest) {
			return size() > KEPT;
		}
	};

	WrittenReports(Reports reports, SealedVersions sealed, ReportWriters writers) {
		this.reports = reports;
		this.sealed = sealed;
		this.writers = writers;
	}

	/** A file of the latest draft, which lies beside its page. */
	WrittenReport draft(CycleName cycle, int version, ReportFormat format) {
		return file(new Key(cycle, version, format, FileLinks.of("draft.")));
	}

	/**
	 * A file of a sealed version.
	 * @throws NoReport when this version is not sealed
	 */
	WrittenReport sealed(CycleName cycle, int version, ReportFormat format) {
		return this.sealed.content(cycle, version, format)
			.map(WrittenReport::of)
			.orElseThrow(() -> new NoReport(cycle.value()));
	}

	/**
	 * A file of the published version: what was sealed, or for a report from before
	 * versions were sealed what is written from its model.
	 */
	WrittenReport published(CycleName cycle, int version, ReportFormat format) {
		return this.sealed.content(cycle, version, format)
			.map(WrittenReport::of)
			.orElseGet(() -> file(new Key(cycle, version, format, FileLinks.of("report."))));
	}

	/** One at a time: writing takes less than a reader notices, and memory. */
	private synchronized WrittenReport file(Key key) {
		WrittenReport file = this.files.get(key);
		if (file == null) {
			file = write(key);
			this.files.put(key, file);
			makeRoom();
		}
		return file;
	}

	private void makeRoom() {
		Iterator<WrittenReport> eldest = this.files.values().iterator();
		long size = this.files.values().stream().mapToLong((it) -> it.content().length).sum();
		while (size > MOST && eldest.hasNext()) {
			size -= eldest.next().content().length;
			eldest.remove();
		}
	}

	private WrittenReport write(Key key) {
		if (key.format().isOfTheAnnex() || key.format() == ReportFormat.CHANGES) {
			throw new NoReport(key.cycle().value());
		}
		ReportModel report = this.reports.version(key.cycle(), key.version()).orElseThrow();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			this.writers.write(key.format(), report, key.links(), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return WrittenReport.of(out.toByteArray());
	}

	private record Key(CycleName cycle, int version, ReportFormat format, FileLinks links) {
	}

	/**
	 * A file as it is sent.
	 *
	 * @param tag changes when a byte does
	 */
	record WrittenReport(byte[] content, String tag) {

		static WrittenReport of(byte[] content) {
			return new WrittenReport(content, '"' + SealedVersions.sha256(content) + '"');
		}

	}

}
