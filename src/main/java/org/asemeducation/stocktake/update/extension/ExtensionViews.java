package org.asemeducation.stocktake.update.extension;

import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the forms show of an extension: to its coordinators and to the AES.
 */
@Component
class ExtensionViews {

	private final Rights rights;

	private final Register register;

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final Extensions extensions;

	ExtensionViews(Rights rights, Register register, Cycles cycles, CycleInitiatives initiatives,
			UpdateRequests requests, DaysOfUpdates days, Extensions extensions) {
		this.rights = rights;
		this.register = register;
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.days = days;
		this.extensions = extensions;
	}

	ExtensionView of(UpdateKey key, Person reader) {
		boolean coordinates = this.rights.mayWrite(reader.userId(), key.initiative().value());
		if (!coordinates && !reader.isSecretariat()) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and the secretariat may read this.".formatted(key.initiative()));
		}
		UpdateRequest request = this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
		Cycle cycle = this.cycles.get(key.cycle());
		Extension latest = this.extensions.latest(key).orElse(null);
		boolean waits = request.state().isAskedFor() && this.days.takesIn(key);
		return new ExtensionView(cycle.zone().getId(), key.initiative().value(),
				this.initiatives.find(key.cycle(), key.initiative()).orElseThrow().title(), request.state().word(),
				this.days.due(request), cycle.date(DeadlineKind.DEADLINE), cycle.date(DeadlineKind.FREEZE),
				(latest != null) ? said(latest) : null, waits && coordinates && (latest == null || !latest.isOpen()));
	}

	private Said said(Extension extension) {
		String person = extension.askedBy();
		return new Said(extension.askedFor(), extension.askedAt(),
				(person != null) ? this.register.nameOf(person) : null, extension.reason(), extension.outcome(),
				extension.until(), extension.pastFreeze(), extension.answer());
	}

	/**
	 * The days of an update and what was said about them last.
	 *
	 * @param due until when it is asked for
	 * @param said the last question or answer; {@code null} when nothing was said
	 * @param mayAsk whether the reader may ask for more time
	 */
	record ExtensionView(String zone, String initiative, String title, String state, LocalDate due, LocalDate deadline,
			LocalDate freeze, @Nullable Said said, boolean mayAsk) {
	}

	/**
	 * A question for more time with its answer, as far as there are both.
	 */
	record Said(@Nullable LocalDate askedFor, @Nullable Instant askedAt, @Nullable String askedBy,
			@Nullable String reason, @Nullable String outcome, @Nullable LocalDate until, boolean pastFreeze,
			@Nullable String answer) {
	}

}
