package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.FileLinks;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals a version: compiles it, writes its files once, and keeps them for good.
 */
@Component
public class Sealing {

	private final CycleRows cycles;

	private final Reports reports;

	private final SealedVersions sealed;

	private final ReportWriters writers;

	private final PublicUrl publicUrl;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	Sealing(CycleRows cycles, Reports reports, SealedVersions sealed, ReportWriters writers, PublicUrl publicUrl,
			ApplicationEventPublisher events, Audit audit) {
		this.cycles = cycles;
		this.reports = reports;
		this.sealed = sealed;
		this.writers = writers;
		this.publicUrl = publicUrl;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Seals what has been accepted by now. Done twice, the first stays.
	 * @param cycle the cycle to report on
	 * @param state for whom
	 * @param workPlan puts the annex together from what was compiled
	 * @param by the user id of the person whose act seals it, or {@code stocktake}
	 * @return the sealed version
	 */
	@Transactional
	public SealedVersion seal(CycleName cycle, State state, Function<ReportModel, Annex> workPlan, String by) {
		return seal(cycle, state, 0, VersionText.first(workPlan), by);
	}

	/**
	 * Seals what has been accepted by now, with the changes since the version before.
	 * Done twice, the first stays.
	 * @param cycle the cycle to report on
	 * @param state for whom
	 * @param number 0 for the first for these readers, else which one after it
	 * @param text its annex and its changes
	 * @param by the user id of the person whose act seals it, or {@code stocktake}
	 * @return the sealed version
	 */
	@Transactional
	public SealedVersion seal(CycleName cycle, State state, int number, VersionText text, String by) {
		this.cycles.cycle(cycle);
		return this.sealed.of(cycle, state, number)
			.orElseGet(() -> seal(number, this.reports.compile(cycle, state, text::annex), text::changes, by));
	}

	/**
	 * Seals a version that is not compiled: the published one with mistakes put right.
	 * @param number which correction, from 1
	 * @param text what it says, with the number of the version that it follows
	 * @param changes what is put right
	 * @param by the user id of the person whose act seals it
	 * @return the sealed version
	 */
	@Transactional
	public SealedVersion sealCorrected(int number, ReportModel text, Function<ReportModel, Document> changes,
			String by) {
		this.cycles.cycle(new CycleName(text.cycle().name()));
		return seal(number, this.reports.correct(text), (model) -> Optional.of(changes.apply(model)), by);
	}

	private SealedVersion seal(int number, ReportModel model, Function<ReportModel, Optional<Document>> changes,
			String by) {
		CycleName cycle = new CycleName(model.cycle().name());
		this.sealed.add(cycle, number, model, model.compiledAt(), by,
				written(cycle, model, changes.apply(model).orElse(null)));
		SealedVersion version = this.sealed.find(cycle, model.version()).orElseThrow();
		this.audit.record(by, "seal report", cycle.value(), null,
				"version %d %s: %s".formatted(version.version(), model.state().code(),
						version.files()
							.stream()
							.map((file) -> file.sha256() + " " + file.name())
							.collect(Collectors.joining(", "))));
		this.events.publishEvent(new VersionSealed(cycle, version.version()));
		return version;
	}

	/**
	 * The page leads to the other files from wherever it is put: a ministry's own host.
	 */
	private Map<ReportFormat, byte[]> written(CycleName cycle, ReportModel model, @Nullable Document changes) {
		Map<ReportFormat, byte[]> files = new EnumMap<>(ReportFormat.class);
		FileLinks links = FileLinks.in(this.publicUrl.to("/reports/%s/sealed/%d/".formatted(cycle, model.version())));
		for (ReportFormat format : ReportFormat.values()) {
			if (format != ReportFormat.CHANGES) {
				files.put(format, bytes((out) -> this.writers.write(format, model, links, out)));
			}
		}
		if (changes != null) {
			files.put(ReportFormat.CHANGES, bytes((out) -> this.writers.write(changes, out)));
		}
		return files;
	}

	private static byte[] bytes(Written written) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			written.to(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private interface Written {

		void to(ByteArrayOutputStream out) throws IOException;

	}

}
