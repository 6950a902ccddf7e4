/** How something leaves the pipeline: published for others, or run for users. */
export interface ReleaseForm {
  readonly kind: 'publish' | 'deploy';
  /** What is published; the platform's own word for the rest. */
  readonly what?: 'image' | 'package';
  /** The program with its words that are no options, joined by spaces; or the action in lower case. */
  readonly pattern: RegExp;
  /** An option that makes it so; without it nothing is released. */
  readonly option?: RegExp;
}

/** Commands, by their manuals. */
export const releaseCommands: readonly ReleaseForm[] = [
  {
    kind: 'publish',
    what: 'image',
    pattern: /^(?:docker|podman|buildah|nerdctl) (?:image |compose |manifest )?push\b/,
  },
  {
    kind: 'publish',
    what: 'image',
    pattern: /^(?:docker|podman|nerdctl|buildctl) (?:buildx )?(?:build|bake)\b/,
    option: /^--push(?:=true)?$|^--output=.*push=true/,
  },
  {
    kind: 'publish',
    what: 'image',
    pattern: /^(?:crane (?:push|copy|cp)|skopeo (?:copy|sync)|oras (?:push|copy|cp))\b/,
  },
  { kind: 'publish', what: 'image', pattern: /^executor\b/, option: /^(?:--destination|-d)\b/ },
  { kind: 'publish', what: 'image', pattern: /^(?:ko (?:publish|build|resolve)|gradlew? \S*jib$|mvnw? .*jib:build)/ },
  {
    kind: 'publish',
    what: 'package',
    pattern: /^(?:npm|pnpm|yarn|yarn npm|bun|cargo|poetry|flit|uv|hatch|lerna|changeset|vsce|ovsx|dart pub) publish\b/,
  },
  { kind: 'publish', what: 'package', pattern: /^(?:twine upload|gem push|helm push|(?:dotnet )?nuget push)\b/ },
  { kind: 'publish', what: 'package', pattern: /^mvnw? (?:.* )?(?:[\w-]+:)?deploy\b/ },
  { kind: 'publish', what: 'package', pattern: /^(?:gradlew?|sbt) (?:.* )?:?(?:[\w-]+:)*publish\w*\b/ },
  { kind: 'publish', what: 'package', pattern: /^(?:goreleaser(?: release)?|semantic-release)$/ },
  { kind: 'publish', what: 'package', pattern: /^(?:(?:gh|glab) release (?:create|upload)|release-cli create)\b/ },
  {
    kind: 'publish',
    what: 'package',
    pattern: /^curl .*\/packages\/(?:generic|maven|pypi|npm|nuget|helm|composer|debian)\//,
    option: /^(?:--upload-file|-T|--form|-F)\b/,
  },
  { kind: 'deploy', pattern: /^(?:kubectl|oc) (?:apply|replace|patch|set image)\b/ },
  { kind: 'deploy', pattern: /^(?:helm (?:upgrade|install)|helmfile (?:sync|apply))\b/ },
  { kind: 'deploy', pattern: /^(?:terraform|tofu|terragrunt) (?:\S+ )?apply\b|^pulumi up\b/ },
  { kind: 'deploy', pattern: /^(?:ansible-playbook|cap \S+ deploy)\b/ },
  {
    kind: 'deploy',
    pattern:
      /^(?:serverless|sls|cdk|sam|netlify|firebase|flyctl|fly|wrangler|eb|docker stack|gcloud (?:app|run|functions)) deploy\b|^vercel\b/,
  },
  {
    kind: 'deploy',
    pattern:
      /^aws (?:ecs update-service|deploy create-deployment|lambda update-function-code|cloudformation deploy|s3 sync)\b/,
  },
  {
    kind: 'deploy',
    pattern: /^az (?:webapp|functionapp|containerapp|deployment)\b.* (?:deploy|create|update|up|set)\b/,
  },
  {
    kind: 'deploy',
    pattern: /^(?:argocd app sync|nomad (?:job )?run|heroku container:release|docker service update)\b/,
  },
  {
    kind: 'deploy',
    pattern: /^ssh [\s\S]*\b(?:docker(?:[ -]compose)? (?:pull|up|run|restart)|systemctl (?:re)?start|deploy)\b/,
  },
];

/** The programs of these commands: most others are seen at once to be none of them. */
export const releasePrograms =
  /^(?:docker|podman|buildah|nerdctl|buildctl|crane|skopeo|oras|executor|ko|gradlew?|mvnw?|npm|pnpm|yarn|bun|cargo|poetry|flit|uv|hatch|lerna|changeset|vsce|ovsx|dart|twine|gem|helm|helmfile|dotnet|nuget|sbt|goreleaser|semantic-release|gh|glab|release-cli|curl|kubectl|oc|terraform|tofu|terragrunt|pulumi|ansible-playbook|cap|serverless|sls|cdk|sam|netlify|firebase|flyctl|fly|wrangler|eb|gcloud|vercel|aws|az|argocd|nomad|heroku|ssh)$/;

/** Actions, by their repositories. */
export const releaseActions: readonly ReleaseForm[] = [
  { kind: 'publish', what: 'image', pattern: /^redhat-actions\/push-to-registry$/ },
  {
    kind: 'publish',
    what: 'package',
    pattern:
      /^(?:pypa\/gh-action-pypi-publish|js-devtools\/npm-publish|softprops\/action-gh-release|ncipollo\/release-action|goreleaser\/goreleaser-action|rubygems\/release-gem|katyo\/publish-crates|changesets\/action)$/,
  },
  {
    kind: 'deploy',
    pattern:
      /^(?:azure\/(?:webapps-deploy|functions-action|k8s-deploy)|aws-actions\/amazon-ecs-deploy-task-definition|google-github-actions\/deploy-[\w-]+|cloudflare\/wrangler-action|superfly\/flyctl-actions|appleboy\/ssh-action)$/,
  },
];
