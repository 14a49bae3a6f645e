package org.asemeducation.stocktake.report.chapter;

import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What {@code chapter.bpmn} is started with, hears from us and holds for us; alone talks
 * to the engine for it. The caller holds the cycle's lock.
 */
@Component
class CommissionProcess implements MessageSender {

	static final String WRITE = "userTask_writeChapter";

	static final String LOOK_AT = "userTask_lookAtChapter";

	/** Whether the text that was handed in last is accepted, a truth value. */
	static final String CHAPTER_ACCEPTED = "chapterAccepted";

	private static final String KEY = "chapter";

	private static final String SECRETARIAT = "aes";

	private static final String CHAPTER_WITHDRAWN = "ChapterWithdrawn";

	private static final String REPORT_SEALED = "ReportSealed";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final TaskFaces faces;

	private final AsNobody asNobody;

	CommissionProcess(RuntimeService runtime, Tasks tasks, TaskFaces faces, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.faces = faces;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(CHAPTER_WITHDRAWN, REPORT_SEALED);
	}

	void commissioned(Commission commission) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, commission.key().toString()));
	}

	/** Title, day or author are others: so are name, due date and people of its task. */
	void changed(Commission commission, boolean otherAuthor) {
		if (otherAuthor) {
			this.asNobody
				.call(() -> this.tasks.offer(commission.key(), WRITE, commission.author().groups(SECRETARIAT)));
			this.asNobody.call(() -> {
				this.tasks.assign(commission.key(), WRITE, commission.author().userId());
				return true;
			});
		}
		this.faces.renewAbout(commission.key());
	}

	void handedIn(Commission commission, String by) {
		this.tasks.complete(commission.key(), WRITE, by);
	}

	void decided(Commission commission, String by) {
		this.tasks.complete(commission.key(), LOOK_AT, by);
	}

	void withdrawn(Commission commission) {
		tell(CHAPTER_WITHDRAWN, commission);
	}

	void reportSealed(Commission commission) {
		tell(REPORT_SEALED, commission);
	}

	private void tell(String message, Commission commission) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(commission.key().toString())
			.correlateAllWithResult());
	}

}
