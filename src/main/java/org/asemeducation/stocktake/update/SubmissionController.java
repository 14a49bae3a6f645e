package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was submitted of an update, and taking it back.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}")
class SubmissionController {

	private final Submissions submissions;

	private final TakingBack takingBack;

	private final UpdateRequests requests;

	private final Rights rights;

	private final Register register;

	private final CurrentPerson current;

	SubmissionController(Submissions submissions, TakingBack takingBack, UpdateRequests requests, Rights rights,
			Register register, CurrentPerson current) {
		this.submissions = submissions;
		this.takingBack = takingBack;
		this.requests = requests;
		this.rights = rights;
		this.register = register;
		this.current = current;
	}

	/**
	 * Reviewers do not see what was taken back.
	 */
	@GetMapping("/submissions")
	Submitted show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		boolean coordinates = this.rights.mayWrite(reader.userId(), initiative);
		if (!coordinates && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		List<Shown> versions = this.submissions.of(key)
			.stream()
			.filter((version) -> coordinates || reader.isSecretariat() || !version.isTakenBack())
			.map((version) -> new Shown(version.number(), version.submittedAt(),
					version.by(this.register.nameOf(version.submittedBy())), version.late(), version.became(),
					version.becameAt()))
			.toList();
		return new Submitted(versions, coordinates || reader.isSecretariat(),
				this.takingBack.isPossible(key, reader.userId()));
	}

	@PostMapping("/taking-back")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Taking taking) {
		this.takingBack.takeBack(UpdateKey.of(cycle, initiative), taking.version(), this.current.get().userId());
	}

	/**
	 * Which version the coordinator takes back.
	 *
	 * @param version its number
	 */
	record Taking(int version) {
	}

	/**
	 * All that was submitted of an update.
	 *
	 * @param versions the first first
	 * @param receipts whether the reader may have receipts
	 * @param mayTakeBack whether the reader may take the last one back now
	 */
	record Submitted(List<Shown> versions, boolean receipts, boolean mayTakeBack) {
	}

	/**
	 * A version as the form shows it.
	 */
	record Shown(int number, Instant submittedAt, String submittedBy, boolean late, String became,
			@Nullable Instant becameAt) {
	}

}
