import '../citizen/citizen.scss'
