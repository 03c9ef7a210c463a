{{- define "folkmoot.fullname" -}}
{{- default .Release.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* The services that are on, each with the defaults beneath what it says itself: a map by name. */}}
{{- define "folkmoot.services" -}}
{{- $services := dict -}}
{{- range $name, $own := .Values.services -}}
{{- if $own.enabled -}}
{{- $_ := set $services $name (mergeOverwrite (deepCopy $.Values.defaults) (deepCopy $own)) -}}
{{- end -}}
{{- end -}}
{{- toYaml $services -}}
{{- end -}}

{{/* Of the pods of one part: (dict "root" $ "component" "registry"). */}}
{{- define "folkmoot.selector" -}}
app.kubernetes.io/name: folkmoot
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "folkmoot.labels" -}}
{{ include "folkmoot.selector" . }}
app.kubernetes.io/part-of: folkmoot
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "folkmoot.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.prefix }}{{ .name }}:{{ $image.tag | default .root.Chart.AppVersion -}}
{{- end -}}

{{/* What a service is told that is not secret: (dict "root" $ "name" "registry" "service" …). A map by variable. */}}
{{- define "folkmoot.settings" -}}
{{- $v := .root.Values -}}
{{- $full := include "folkmoot.fullname" .root -}}
{{- $on := include "folkmoot.services" .root | fromYaml -}}
{{- $env := dict
  "FOLKMOOT_HTTP_HOST" "0.0.0.0"
  "FOLKMOOT_HTTP_PORT" "8080"
  "FOLKMOOT_METRICS_PORT" "9080"
  "FOLKMOOT_LOG_JSON" "true"
  "FOLKMOOT_POSTGRES_ADDRESS" $v.postgres.address
  "FOLKMOOT_KAFKA_BOOTSTRAP_SERVERS" $v.kafka.bootstrapServers
  "FOLKMOOT_KAFKA_SECURITY_PROTOCOL" $v.kafka.securityProtocol
  "FOLKMOOT_KEYCLOAK_PUBLIC_URL" $v.keycloak.publicUrl
  "FOLKMOOT_TENANCY_AUTHORISED_PARTIES" "folkmoot-portal"
  "FOLKMOOT_PORTAL_URL" $v.portalUrl -}}
{{- with $v.javaOptions -}}
{{- $_ := set $env "JAVA_TOOL_OPTIONS" . -}}
{{- end -}}
{{- with $v.keycloak.url -}}
{{- $_ := set $env "FOLKMOOT_TENANCY_KEYCLOAK_URL" . -}}
{{- end -}}
{{- if $v.kafka.ca.secret -}}
{{- $_ := set $env "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM" -}}
{{- $_ := set $env "KAFKA_SSL_TRUSTSTORE_LOCATION" "/etc/folkmoot/kafka/ca.crt" -}}
{{- end -}}
{{- if $v.debezium.enabled -}}
{{- $_ := set $env "FOLKMOOT_EVENTS_RELAY_ENABLED" "false" -}}
{{- end -}}
{{- if and $v.mail.host (has .name (list "mandate" "executive" "neighbourhood")) -}}
{{- $_ := set $env "FOLKMOOT_MAIL_HOST" $v.mail.host -}}
{{- $_ := set $env "FOLKMOOT_MAIL_PORT" ($v.mail.port | toString) -}}
{{- $_ := set $env "FOLKMOOT_MAIL_START_TLS" $v.mail.startTls -}}
{{- with $v.mail.username }}{{ $_ := set $env "FOLKMOOT_MAIL_USERNAME" . }}{{ end -}}
{{- with $v.mail.from }}{{ $_ := set $env "FOLKMOOT_MAIL_FROM" . }}{{ end -}}
{{- end -}}
{{- if eq .name "tenants" -}}
{{- $_ := set $env "FOLKMOOT_KEYCLOAK_URL" ($v.keycloak.url | default $v.keycloak.publicUrl) -}}
{{- $_ := set $env "FOLKMOOT_KEYCLOAK_ADMIN_CLIENT_ID" $v.keycloak.adminClientId -}}
{{- $_ := set $env "FOLKMOOT_TENANTS_PORTAL_REDIRECT_URIS" (printf "%s/signed-in" $v.portalUrl) -}}
{{- $_ := set $env "FOLKMOOT_TENANTS_PORTAL_AFTER_LOGOUT_URIS" (printf "%s/" $v.portalUrl) -}}
{{- $_ := set $env "FOLKMOOT_TENANTS_PORTAL_BACK_CHANNEL_URL" (printf "http://%s-portal:8080" $full) -}}
{{- end -}}
{{- if eq .name "portal" -}}
{{- range $other := list "registry" "mandate" "executive" "neighbourhood" "tenants" -}}
{{- $_ := set $env (printf "FOLKMOOT_SERVICES_%s" (upper $other)) (ternary (printf "http://%s-%s:8080" $full $other) "" (hasKey $on $other)) -}}
{{- end -}}
{{- end -}}
{{- toYaml (mergeOverwrite $env (deepCopy $v.settings) (deepCopy (.service.settings | default dict))) -}}
{{- end -}}

{{/* Which secrets a service is given: a map from variable to Secret and key. */}}
{{- define "folkmoot.secrets" -}}
{{- $secrets := deepCopy .service.secrets -}}
{{- $mail := .root.Values.mail -}}
{{- if and $mail.host $mail.username (has .name (list "mandate" "executive" "neighbourhood")) -}}
{{- $_ := set $secrets "FOLKMOOT_MAIL_PASSWORD" $mail.password -}}
{{- end -}}
{{- toYaml $secrets -}}
{{- end -}}

{{/* One container of a service; with "migrate" it brings the database up to date and ends. */}}
{{- define "folkmoot.container" -}}
{{- $settings := include "folkmoot.settings" . | fromYaml -}}
{{- $secrets := include "folkmoot.secrets" . | fromYaml -}}
{{- if .migrate -}}
{{- $_ := set $settings "QUARKUS_INIT_AND_EXIT" "true" -}}
{{- else if .root.Values.migrations.enabled -}}
{{- /* Without an address of its own Flyway does not ask for the owner's password. */ -}}
{{- $_ := set $settings "QUARKUS_FLYWAY_MIGRATE_AT_START" "false" -}}
{{- $_ := set $settings "QUARKUS_FLYWAY_JDBC_URL" "" -}}
{{- end -}}
{{- if or .migrate (not .root.Values.migrations.enabled) -}}
{{- $secrets = mergeOverwrite $secrets (deepCopy .service.migrationSecrets) -}}
{{- end -}}
image: {{ include "folkmoot.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
env:
  {{- range $variable, $value := $settings }}
  - name: {{ $variable }}
    value: {{ $value | toString | quote }}
  {{- end }}
  {{- range $variable, $from := $secrets }}
  - name: {{ $variable }}
    valueFrom:
      secretKeyRef:
        name: {{ $from.secret }}
        key: {{ $from.key }}
  {{- end }}
resources:
  {{- toYaml .service.resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
volumeMounts:
  - name: temporary
    mountPath: /tmp
  {{- if .root.Values.kafka.ca.secret }}
  - name: kafka-ca
    mountPath: /etc/folkmoot/kafka
    readOnly: true
  {{- end }}
{{- end -}}

{{/* What every pod has beside its containers. */}}
{{- define "folkmoot.pod" -}}
{{- $v := .root.Values -}}
automountServiceAccountToken: false
# The variables that Kubernetes makes of other Services' names (FOLKMOOT_PORTAL_PORT=tcp://…) would pass for settings.
enableServiceLinks: false
{{- with $v.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ $v.securityContext.runAsUser }}
  runAsGroup: {{ $v.securityContext.runAsGroup }}
  fsGroup: {{ $v.securityContext.runAsGroup }}
  seccompProfile:
    type: RuntimeDefault
volumes:
  - name: temporary
    emptyDir:
      sizeLimit: {{ .service.temporary }}
  {{- if $v.kafka.ca.secret }}
  - name: kafka-ca
    secret:
      secretName: {{ $v.kafka.ca.secret }}
      items:
        - key: {{ $v.kafka.ca.key }}
          path: ca.crt
  {{- end }}
{{- end -}}

{{/* A rule of a NetworkPolicy for what may be reached. */}}
{{- define "folkmoot.egress" -}}
{{- if not .to.peers -}}
{{- /* In a NetworkPolicy an empty list of peers means everybody. */ -}}
{{- fail "networkPolicy.to: a peer is missing; no peer would mean everywhere" -}}
{{- end -}}
- to:
    {{- toYaml .to.peers | nindent 4 }}
  ports:
    {{- $port := .to.port }}
    {{- range .protocols | default (list "TCP") }}
    - {protocol: {{ . }}, port: {{ $port }}}
    {{- end }}
{{- end -}}
