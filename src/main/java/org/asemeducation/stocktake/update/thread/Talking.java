package org.asemeducation.stocktake.update.thread;

import java.util.List;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who coordinate an initiative ask the AES, and the AES answers or asks; reviewers
 * read along.
 */
@Component
class Talking {

	private static final int LONGEST = 5_000;

	private final Rights rights;

	private final UpdateRequests requests;

	private final Messages messages;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Talking(Rights rights, UpdateRequests requests, Messages messages, Audit audit, ApplicationEventPublisher events) {
		this.rights = rights;
		this.requests = requests;
		this.messages = messages;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Writes. Whoever coordinates the initiative does so as its coordinator, one of the
	 * AES too.
	 * @param key about which update
	 * @param text what to say
	 * @param writer who
	 * @throws Refused when they have no part in it, or nothing is said
	 */
	@Transactional
	void write(UpdateKey key, @Nullable String text, Person writer) {
		if (!mayWrite(key, writer)) {
			throw Refused
				.notAllowed("Only those who coordinate %s and the secretariat write here.".formatted(key.initiative()));
		}
		if (text == null || text.isBlank() || text.length() > LONGEST) {
			throw Refused.invalid("Nothing is sent yet.",
					List.of(new Problem("text", "Write your message, in at most %,d characters.".formatted(LONGEST))));
		}
		requireAsked(key);
		boolean secretariat = !coordinates(key, writer);
		this.messages.add(key, text.strip(), secretariat, writer.userId());
		this.audit.record(writer.userId(), "write message", key.toString(), null, null);
		this.events.publishEvent(new MessageWritten(key, text.strip(), secretariat, writer.userId()));
	}

	/**
	 * What was written.
	 * @param key about which update
	 * @param reader who looks
	 * @return the first first
	 * @throws Refused when they have no part in it
	 */
	List<Message> read(UpdateKey key, Person reader) {
		if (!mayWrite(key, reader) && !reader.isReviewer()) {
			throw Refused.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read this."
				.formatted(key.initiative()));
		}
		requireAsked(key);
		return this.messages.about(key);
	}

	boolean mayWrite(UpdateKey key, Person person) {
		return person.isSecretariat() || coordinates(key, person);
	}

	private boolean coordinates(UpdateKey key, Person person) {
		return this.rights.mayWrite(person.userId(), key.initiative().value());
	}

	private void requireAsked(UpdateKey key) {
		this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
	}

}
