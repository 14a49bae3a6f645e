package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What the models promise the code and the code the models. Looked at whenever Stocktake
 * starts, exploded or from the jar.
 */
@Component
class ModelContract {

	private final BeanFactory beans;

	private final TaskRules tasks;

	private final List<MessageSender> senders;

	ModelContract(BeanFactory beans, TaskRules tasks, List<MessageSender> senders) {
		this.beans = beans;
		this.tasks = tasks;
		this.senders = senders;
	}

	/**
	 * What does not hold.
	 * @param resources models and forms by their names
	 * @return one sentence each, none when all holds
	 */
	List<String> breaches(Map<String, Resource> resources) {
		Breaches breaches = new Breaches();
		List<Model> models = resources.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(".bpmn"))
			.map((entry) -> Model.read(entry.getKey(), entry.getValue()))
			.toList();
		ProcessesAreKnown processes = new ProcessesAreKnown(ModelDeployment.PROCESSES);
		MessagesAreSent messages = new MessagesAreSent(this.senders);
		List<ModelRule> rules = List.of(processes, messages, new StepsHaveBeans(this.beans),
				new TasksAreGuarded(this.tasks), new FormsAreDeployed(resources.keySet()),
				new CallsLeadSomewhere(processes.found()), new ModelsHoldNoCode(), new IdsSayTheirLabels(),
				new QuestionsAreAnswered(), new TimesAreWritten());
		rules.forEach((rule) -> models.forEach((model) -> rule.check(model, breaches)));
		processes.checkAllFound(breaches);
		messages.checkAllReceived(breaches);
		return breaches.sentences();
	}

}
